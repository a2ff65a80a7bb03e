using Teleservices.Cli;

return await CommandLine.Run(args);
