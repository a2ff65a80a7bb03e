namespace Teleservices.Tenancy.Territories;

/// <summary>The national territory as an edition tells it: communes, EPCI and départements of France on one day.</summary>
/// <param name="ValidFrom">The day from which it holds, the first of a year.</param>
/// <param name="Attribution">Whose data they are, under which licence.</param>
/// <param name="Communes">All communes of the day.</param>
/// <param name="Formers">Codes that were communes before, and who stands for them.</param>
/// <param name="Epci">All EPCI that levy taxes.</param>
/// <param name="Departements">All départements.</param>
public sealed record Edition(
    DateOnly ValidFrom,
    string Attribution,
    IReadOnlyList<EditionCommune> Communes,
    IReadOnlyList<EditionFormer> Formers,
    IReadOnlyList<EditionEpci> Epci,
    IReadOnlyList<EditionDepartement> Departements)
{
    /// <summary>Reads an edition from its file.</summary>
    /// <exception cref="InvalidDataException">This is no edition, or it contradicts itself; the message says where.</exception>
    public static Edition Read(Stream file) => EditionFile.Read(file);

    /// <summary>Writes its file, in the order of its codes: the same edition is the same text.</summary>
    /// <exception cref="InvalidDataException">The edition contradicts itself.</exception>
    public void Write(Stream file) => EditionFile.Write(this, file);
}

/// <summary>A commune.</summary>
/// <param name="Cog">Code officiel géographique.</param>
/// <param name="Name">Official name.</param>
/// <param name="Siren">Of the municipality.</param>
/// <param name="Departement">COG code of the département.</param>
/// <param name="Population">Municipal population.</param>
/// <param name="Postcodes">Its postcodes.</param>
public sealed record EditionCommune(string Cog, string Name, string Siren, string Departement, int Population, IReadOnlyList<string> Postcodes);

/// <summary>A code that was a commune.</summary>
/// <param name="Cog">The old code.</param>
/// <param name="Successor">The commune that stands for it.</param>
/// <param name="Name">Its name, or the code where no source tells it.</param>
/// <param name="Since">Since when, where somebody knows better than the edition.</param>
public sealed record EditionFormer(string Cog, string Successor, string Name, DateOnly? Since = null);

/// <summary>An EPCI.</summary>
/// <param name="Siren">Its SIREN.</param>
/// <param name="Nature">CC, CA, CU, METRO…</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">COG codes of its communes.</param>
public sealed record EditionEpci(string Siren, string Nature, string Name, IReadOnlyList<string> Members);

/// <summary>A département.</summary>
/// <param name="Code">COG code.</param>
/// <param name="Siren">Of the body that does what a département does there: Corsica and Alsace have one for two.</param>
/// <param name="Name">Its name.</param>
public sealed record EditionDepartement(string Code, string Siren, string Name);
