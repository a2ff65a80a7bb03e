using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;

namespace Teleservices.Platform.Files;

internal static class FilesSetup
{
    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<FilesOptions>, FilesOptionsValidator>();
        services.AddOptions<FilesOptions>().Bind(configuration.GetSection("Files")).ValidateOnStart();
        services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<IOptions<FilesOptions>>().Value switch
        {
            { Store: FilesKind.S3 } s3 => new S3Files(s3, provider.GetRequiredService<ILogger<S3Files>>()),
            var folder => new FolderFiles(folder.Directory is { Length: > 0 } there ? Path.GetFullPath(there) : provider.GetRequiredService<IOptions<DataOptions>>().Value.PathOf("files")),
        });
        return services;
    }

    private sealed class FilesOptionsValidator : IValidateOptions<FilesOptions>
    {
        public ValidateOptionsResult Validate(string? name, FilesOptions options) =>
            options.Fault is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
