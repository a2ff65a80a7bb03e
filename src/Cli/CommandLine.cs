using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Teleservices.Cli.Admin;
using Teleservices.Cli.Backup;
using Teleservices.Cli.Coverage;
using Teleservices.Cli.Doctor;
using Teleservices.Cli.Explain;
using Teleservices.Cli.Ledger;
using Teleservices.Cli.Migrate;
using Teleservices.Cli.Seed;
using Teleservices.Cli.Simulate;
using Teleservices.Cli.Tenant;
using Teleservices.Cli.Territory;
using Teleservices.Cli.Transfer;
using Teleservices.Platform.Data;
using Teleservices.Platform.Seeds;

namespace Teleservices.Cli;

/// <summary><c>teleservices</c>: data on standard output, everything else on standard error, and an exit code that says how it went.</summary>
internal static class CommandLine
{
    /// <summary>Parses, runs, and turns whatever happens into an exit code.</summary>
    public static async Task<int> Run(string[] args)
    {
        UseLanguageOfTheTerminal();
        Output.UseWidthOfTheTerminal();
        var texts = Composition.Texts();
        var root = Root(texts);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync(texts["« teleservices {0} --help » montre l’usage.", parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name].Value.Replace("  ", " ", StringComparison.Ordinal));
            return ExitCode.Usage;
        }

        var terminated = false;
        using var stop = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => terminated = true);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return terminated ? ExitCode.Terminated : ExitCode.Interrupted;
        }
        catch (NoStoreException none)
        {
            await Console.Error.WriteLineAsync(none.Message);
            return ExitCode.DependencyDown;
        }
        catch (UnknownSchemaException shape)
        {
            await Console.Error.WriteLineAsync(shape.Message);
            return ExitCode.Failure;
        }
        catch (SeedException mistakes)
        {
            foreach (var mistake in mistakes.Errors)
            {
                await Console.Error.WriteLineAsync(mistake.ToString());
            }

            await Console.Error.WriteLineAsync(texts["{0} erreur(s) ; rien n’a été écrit.", mistakes.Errors.Count]);
            return ExitCode.Failure;
        }
        catch (OptionsValidationException settings)
        {
            await Console.Error.WriteLineAsync(settings.Message);
            return ExitCode.Failure;
        }
        catch (InvalidDataException notRead)
        {
            await Console.Error.WriteLineAsync(notRead.Message);
            return ExitCode.Failure;
        }
        catch (Exception fault) when (Composition.IsStoreFault(fault))
        {
            await Console.Error.WriteLineAsync(texts["Le stockage ne répond pas : {0}", fault.GetBaseException().Message]);
            return ExitCode.DependencyDown;
        }
        catch (Exception bug)
        {
            await Console.Error.WriteLineAsync(bug.ToString());
            return ExitCode.Failure;
        }
    }

    private static Command Root(IStringLocalizer<Texts> texts)
    {
        var shared = new SharedOptions(texts);
        return new Command("teleservices", texts["Met en service et contrôle une plateforme de téléservices."])
        {
            DoctorCommand.Of(texts, shared),
            SeedCommand.Of(texts, shared),
            TerritoryCommand.Of(texts, shared),
            TenantCommand.Of(texts, shared),
            TransferCommand.Of(texts, shared),
            ExplainCommand.Of(texts, shared),
            CoverageCommand.Of(texts, shared),
            SimulateCommand.Of(texts, shared),
            LedgerCommand.Of(texts, shared),
            MigrateCommand.Of(texts, shared),
            AdminCommand.Of(texts, shared),
            BackupCommand.Of(texts, shared),
            RestoreCommand.Of(texts, shared),
            shared.Data,
            shared.Json,
            new HelpOption { Recursive = true, Description = texts["Montre l’aide."] },
            new VersionOption { Description = texts["Montre la version."] },
        };
    }

    /// <summary>French unless the terminal asks for English; numbers and dates in data never depend on it.</summary>
    private static void UseLanguageOfTheTerminal()
    {
        var wanted = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }
            .Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => value is { Length: > 0 }) ?? "";
        var culture = CultureInfo.GetCultureInfo(wanted.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en-GB" : "fr-FR");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
    }
}

/// <summary>Options that every command knows.</summary>
internal sealed class SharedOptions(IStringLocalizer<Texts> texts)
{
    /// <summary>Where the data lie, as for the server.</summary>
    public Option<string?> Data { get; } = new("--data")
    {
        Description = texts["Dossier des données, comme pour le serveur."],
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>For programs that read the answer.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = texts["Écrit la réponse en JSON sur la sortie standard."],
        Recursive = true,
    };
}
