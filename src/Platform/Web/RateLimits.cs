using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Teleservices.Platform.Web;

/// <summary>Attempts per minute and address, for what is worth attacking; section <c>RateLimits</c>. Reading is not limited.</summary>
public static class RateLimits
{
    /// <summary>Signing in.</summary>
    public const string SignIn = nameof(SignIn);

    /// <summary>Registering, and asking for a mail.</summary>
    public const string Registration = nameof(Registration);

    /// <summary>Sending files; posts without files are not counted, many people may fill in forms behind one address.</summary>
    public const string Upload = nameof(Upload);

    private static readonly Dictionary<string, int> Usual = new() { [SignIn] = 20, [Registration] = 10, [Upload] = 60 };

    internal static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            foreach (var (name, usual) in Usual)
            {
                var permitted = configuration.GetValue($"RateLimits:{name}", usual);
                limiter.AddPolicy(name, context => Partition(context, name, permitted));
            }
        });

    private static RateLimitPartition<string> Partition(HttpContext context, string name, int permitted) =>
        HttpMethods.IsPost(context.Request.Method) && (name != Upload || MayHoldFiles(context.Request))
            ? RateLimitPartition.GetSlidingWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = permitted, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
            : RateLimitPartition.GetNoLimiter("");

    private static bool MayHoldFiles(HttpRequest request) => request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;
}
