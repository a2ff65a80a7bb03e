using Spectre.Console;

namespace Teleservices.Cli.Tenant;

/// <summary>A bar on standard error while many things are done one after the other; silent in a pipe.</summary>
internal static class Progress
{
    public static async Task Over<T>(IReadOnlyList<T> items, string title, Func<T, Task> work)
    {
        if (System.Console.IsErrorRedirected || items.Count < 2)
        {
            foreach (var item in items)
            {
                await work(item);
            }

            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async context =>
        {
            var bar = context.AddTask(title, maxValue: items.Count);
            foreach (var item in items)
            {
                await work(item);
                bar.Increment(1);
            }
        });
    }
}
