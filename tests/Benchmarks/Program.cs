using Teleservices.Benchmarks;
using Teleservices.Benchmarks.Load;
using Teleservices.Benchmarks.Runs;
using Teleservices.Benchmarks.Site;

try
{
    var asked = Asked.Read(args);
    await (asked.What switch
    {
        "load" => Generator.Run(asked),
        "yardstick" => Yardstick.Run(asked),
        "submit" => new SubmitRun(asked).Run(),
        "form" => new FormRun(asked).Run(),
        "queue" => new QueueRun(asked).Run(),
        "tenants" => new TenantsRun(asked).Run(),
        "backup" => new BackupRun(asked).Run(),
        _ => throw new ArgumentException("Say what to measure: submit, form, queue, tenants or backup. README.md tells the rest."),
    });
    return 0;
}
catch (ArgumentException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 2;
}
