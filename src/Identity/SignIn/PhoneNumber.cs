using PhoneNumbers;

namespace Teleservices.Identity.SignIn;

/// <summary>Telephone numbers as people write them, kept as E.164.</summary>
internal static class PhoneNumber
{
    private const string Region = "FR";

    /// <summary>The number in E.164, or nothing if it is none; numbers without a country are French.</summary>
    public static string? Read(string? written)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(written, Region);
            return numbers.IsValidNumber(number) ? numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>As people read it: French numbers in pairs, others with their country.</summary>
    public static string? Show(string? kept)
    {
        if (kept is null)
        {
            return null;
        }

        var numbers = PhoneNumberUtil.GetInstance();
        var number = numbers.Parse(kept, Region);
        return numbers.Format(number, numbers.GetRegionCodeForNumber(number) == Region ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }
}
