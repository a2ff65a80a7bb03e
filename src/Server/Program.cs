using Teleservices.Cases;
using Teleservices.Dispatch;
using Teleservices.Forms;
using Teleservices.Identity;
using Teleservices.Platform;
using Teleservices.Tenancy;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddEnvironmentVariables("TELESERVICES__");
builder.Services
    .AddPlatform(builder.Configuration)
    .AddTenancy(builder.Configuration)
    .AddForms(builder.Configuration)
    .AddDispatch(builder.Configuration)
    .AddCases(builder.Configuration)
    .AddIdentity(builder.Configuration)
    .AddBackgroundWork();
builder.Services.AddRazorPages();
var app = builder.Build();
app.MapRazorPages();
await app.RunAsync();
