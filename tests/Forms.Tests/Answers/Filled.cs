using System.Globalization;
using Teleservices.Forms.Answers;
using Teleservices.Forms.Definitions;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Tests.Answers;

/// <summary>A form with answers, on a day.</summary>
internal sealed class Filled
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    private Filled(FormDefinition form, AnswerSet answers) => Reading = new Reading(form, answers, Today);

    public Reading Reading { get; }

    public AnswerSet Answers => Reading.Answers;

    public static Filled In(string file, params (string Name, string Typed)[] typed)
    {
        var answers = new AnswerSet();
        foreach (var (name, text) in typed)
        {
            answers.Set(name, text);
        }

        return new Filled(FormFile.Read(file), answers);
    }

    /// <summary>One question with one answer.</summary>
    public static Filled With(string field, params (string Name, string Typed)[] typed) => In(FormFile.Asking($"- {field}"), typed);

    /// <summary>Sentences about the first page, as <c>input: sentence</c>, in French.</summary>
    public IReadOnlyList<string> Wrong()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        return [.. new Checking(Reading, new Gien()).Page(Reading.Form.Pages[0]).Select(InWords)];
    }

    /// <summary>What is filed, as <c>key: French words</c>.</summary>
    public IReadOnlyList<string> Content() => [.. new Filing(Reading, new Gien(), new Dictionary<Guid, Forms.Model.Upload>()).Content([])
        .Sections.SelectMany(section => section.Answers).Select(answer => $"{answer.Key}: {answer.Value.Fr}")];

    private static string InWords(Refusal refusal) =>
        $"{refusal.Field}: {string.Format(CultureInfo.CurrentCulture, refusal.Text, refusal.Arguments)}";

    /// <summary>A territory of two communes.</summary>
    internal sealed class Gien : ITerritory
    {
        public IReadOnlyList<CommuneInfo> Communes { get; } = [new("45155", "Gien", ["45500"]), new("45227", "Nevoy", ["45500"])];

        public CommuneInfo? Commune(string cog) => Communes.FirstOrDefault(commune => commune.Cog == cog);

        public IReadOnlySet<string> ServedBy(Guid administrationId, DateOnly on) => new HashSet<string>();

        public IReadOnlyList<ServingAdministration> Serving(string cog, DateOnly on) => [];

        public IReadOnlyList<DateOnly> Changes(string cog) => [];
    }
}
