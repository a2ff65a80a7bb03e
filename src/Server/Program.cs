using Teleservices.Server;

var app = ServerApp.Build(args);
await app.PrepareStore();
await app.RunAsync();
