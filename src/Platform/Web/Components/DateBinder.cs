using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Teleservices.Platform.Web.Components;

/// <summary>Binds <see cref="DateOnly"/> properties from the three fields of <c>&lt;gv-date&gt;</c>, or from one ISO date.</summary>
internal sealed class DateBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var (day, month, year) = (Typed("day"), Typed("month"), Typed("year"));
        if (day is null && month is null && year is null)
        {
            var whole = bindingContext.ValueProvider.GetValue(name);
            if (DateOnly.TryParseExact(whole.FirstValue, "yyyy-MM-dd", out var date))
            {
                bindingContext.ModelState.SetModelValue(name, whole);
                bindingContext.Result = ModelBindingResult.Success(date);
            }

            return Task.CompletedTask;
        }

        var read = PostedDate.Read(day, month, year);
        if (read.Refusal is { } refusal)
        {
            var factory = bindingContext.HttpContext.RequestServices.GetRequiredService<IStringLocalizerFactory>();
            bindingContext.ModelState.AddModelError(name, factory.Say(refusal, typeof(DateBinder)));
        }
        else if (read.Value is { } date)
        {
            bindingContext.Result = ModelBindingResult.Success(date);
        }
        else if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }

        return Task.CompletedTask;

        string? Typed(string part)
        {
            var value = bindingContext.ValueProvider.GetValue($"{name}.{part}");
            if (value != ValueProviderResult.None)
            {
                bindingContext.ModelState.SetModelValue($"{name}.{part}", value);
            }

            return value.FirstValue;
        }
    }
}

internal sealed class DateBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DateBinder() : null;
}
