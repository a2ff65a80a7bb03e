namespace Teleservices.Forms.Definitions;

/// <summary>What differs between two versions of a form, as somebody who answers for it would say it.</summary>
internal enum FormChangeKind
{
    /// <summary>The legal delay, or what silence means: told apart from the others, for it binds the administration.</summary>
    Silence,
    LegalBasis,
    Purpose,
    Retention,
    Competence,
    Team,
    Documents,
    Title,
    Summary,
    Presentation,
    PageAdded,
    PageRemoved,
    PageTitle,
    PageRules,
    PagesReordered,
    FieldAdded,
    FieldRemoved,
    FieldMoved,
    FieldType,
    FieldLabel,
    FieldRequired,
    FieldOptional,
    ChoiceAdded,
    ChoiceRemoved,
    ChoiceLabel,
    FieldRules,
    FieldsReordered,
}
