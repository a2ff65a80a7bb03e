namespace Teleservices.Forms.Tests.Answers;

/// <summary>Every kind of question with answers that make sense and answers that do not; the sentence says what would be right.</summary>
public sealed class FieldTests
{
    [Theory]
    [InlineData("{ key: a, type: text, label: Nom }", "Durand")]
    [InlineData("{ key: a, type: text, label: Nom }", "  O’Connor-Ülkü 李 ")]
    [InlineData("{ key: a, type: text, label: Plaque, pattern: '[A-Z]{2}-[0-9]{3}', pattern_hint: comme AB-123 }", "AB-123")]
    [InlineData("{ key: a, type: text, label: Nom, required: false }", "")]
    [InlineData("{ key: a, type: long-text, label: Motif, max_length: 10 }", "un\r\ndeux")]
    [InlineData("{ key: a, type: email, label: Courriel }", "nom.prenom+gien@mairie.exemple.fr")]
    [InlineData("{ key: a, type: phone, label: Téléphone }", "02 38 29 53 53")]
    [InlineData("{ key: a, type: phone, label: Téléphone }", "02.38.29.53.53")]
    [InlineData("{ key: a, type: phone, label: Téléphone }", "+41 22 730 51 11")]
    [InlineData("{ key: a, type: number, label: Nombre, min: 1, max: 9 }", "9")]
    [InlineData("{ key: a, type: number, label: Surface, decimals: 1 }", "1 234,5")]
    [InlineData("{ key: a, type: number, label: Surface, decimals: 1 }", "12.5")]
    [InlineData("{ key: a, type: amount, label: Montant }", "1 200,50 €")]
    [InlineData("{ key: a, type: yes-no, label: Oui }", "no")]
    [InlineData("{ key: a, type: choice, label: Choix, options: [{ value: x, label: X }, { value: y, label: Y }] }", "y")]
    [InlineData("{ key: a, type: choices, label: Choix, options: [{ value: x, label: X }, { value: y, label: Y }] }", "x\ny")]
    [InlineData("{ key: a, type: commune, label: Commune }", "45155")]
    [InlineData("{ key: a, type: file, label: Pièce, required: false }", "")]
    public void An_answer_that_makes_sense_is_taken(string field, string typed) => Assert.Empty(Filled.With(field, ("a", typed)).Wrong());

    [Theory]
    [InlineData("{ key: a, type: text, label: Nom }", "", "a: « Nom » : écrivez votre réponse")]
    [InlineData("{ key: a, type: text, label: Nom }", " \t\u0007 ", "a: « Nom » : écrivez votre réponse")]
    [InlineData("{ key: a, type: text, label: Nom, max_length: 3 }", "abcd", "a: « Nom » : 3 caractères au plus, il y en a 4")]
    [InlineData("{ key: a, type: text, label: Plaque, pattern: '[A-Z]{2}-[0-9]{3}', pattern_hint: écrivez-la comme AB-123 }", "AB-1234", "a: « Plaque » : écrivez-la comme AB-123")]
    [InlineData("{ key: a, type: long-text, label: Motif, max_length: 4 }", "un\r\ndeux", "a: « Motif » : 4 caractères au plus, il y en a 7")]
    [InlineData("{ key: a, type: email, label: Courriel }", "nom@exemple", "a: « Courriel » : écrivez une adresse électronique comme nom@exemple.fr")]
    [InlineData("{ key: a, type: email, label: Courriel }", "Nom <nom@exemple.fr>", "a: « Courriel » : écrivez une adresse électronique comme nom@exemple.fr")]
    [InlineData("{ key: a, type: email, label: Courriel }", "nom exemple.fr", "a: « Courriel » : écrivez une adresse électronique comme nom@exemple.fr")]
    [InlineData("{ key: a, type: phone, label: Téléphone }", "02 38", "a: « Téléphone » : écrivez un numéro de téléphone comme 02 38 29 80 00")]
    [InlineData("{ key: a, type: phone, label: Téléphone }", "appelez-moi", "a: « Téléphone » : écrivez un numéro de téléphone comme 02 38 29 80 00")]
    [InlineData("{ key: a, type: number, label: Nombre }", "douze", "a: « Nombre » : écrivez un nombre en chiffres, par exemple 12")]
    [InlineData("{ key: a, type: number, label: Nombre }", "1,5", "a: « Nombre » : écrivez un nombre entier")]
    [InlineData("{ key: a, type: number, label: Nombre, min: 2 }", "1", "a: « Nombre » : 2 au moins")]
    [InlineData("{ key: a, type: number, label: Nombre, max: 2 }", "3", "a: « Nombre » : 2 au plus")]
    [InlineData("{ key: a, type: number, label: Nombre }", "99999999999999999999999999999999", "a: « Nombre » : écrivez un nombre en chiffres, par exemple 12")]
    [InlineData("{ key: a, type: amount, label: Montant }", "12,345", "a: « Montant » : 2 chiffres au plus après la virgule")]
    [InlineData("{ key: a, type: amount, label: Montant, max: 10.5 }", "11", "a: « Montant » : 10,5 au plus")]
    [InlineData("{ key: a, type: yes-no, label: Question }", "", "a: « Question » : choisissez une réponse")]
    [InlineData("{ key: a, type: yes-no, label: Question }", "peut-être", "a: « Question » : choisissez une réponse")]
    [InlineData("{ key: a, type: choice, label: Choix, options: [{ value: x, label: X }, { value: y, label: Y }] }", "z", "a: « Choix » : choisissez une réponse")]
    [InlineData("{ key: a, type: choices, label: Choix, options: [{ value: x, label: X }, { value: y, label: Y }] }", "x\nz", "a: « Choix » : choisissez une réponse")]
    [InlineData("{ key: a, type: commune, label: Commune }", "75056", "a: « Commune » : choisissez une commune de la liste")]
    [InlineData("{ key: a, type: file, label: Pièce }", "", "a: « Pièce » : choisissez un fichier")]
    public void An_answer_that_makes_none_is_refused_with_a_sentence(string field, string typed, string sentence) =>
        Assert.Equal([sentence], Filled.With(field, ("a", typed)).Wrong());

    [Theory]
    [InlineData("31", "3", "1980")]
    [InlineData("29", "2", "2024")]
    [InlineData("1", "1", "1900")]
    public void A_date_is_three_numbers(string day, string month, string year) =>
        Assert.Empty(Filled.With("{ key: a, type: date, label: Naissance, min: 1900-01-01, max: today }", ("a.day", day), ("a.month", month), ("a.year", year)).Wrong());

    [Theory]
    [InlineData("", "", "", "a: « Fin » : écrivez une date")]
    [InlineData("", "3", "2027", "a: « Fin » : il manque le jour")]
    [InlineData("1", "", "2027", "a: « Fin » : il manque le mois")]
    [InlineData("1", "3", "", "a: « Fin » : il manque l’année")]
    [InlineData("31", "2", "2027", "a: « Fin » : cette date n’existe pas ; écrivez par exemple 31 3 1980")]
    [InlineData("29", "2", "2027", "a: « Fin » : cette date n’existe pas ; écrivez par exemple 31 3 1980")]
    [InlineData("1", "mars", "2027", "a: « Fin » : cette date n’existe pas ; écrivez par exemple 31 3 1980")]
    [InlineData("1", "3", "27", "a: « Fin » : cette date n’existe pas ; écrivez par exemple 31 3 1980")]
    [InlineData("22", "11", "2026", "a: « Fin » : la date doit être le 23 novembre 2026 ou après")]
    [InlineData("24", "11", "2027", "a: « Fin » : la date doit être le 23 novembre 2027 ou avant")]
    public void A_date_that_is_none_or_out_of_bounds_is_refused(string day, string month, string year, string sentence) =>
        Assert.Equal([sentence], Filled.With("{ key: a, type: date, label: Fin, min: today, max: today+1y }", ("a.day", day), ("a.month", month), ("a.year", year)).Wrong());

    [Fact]
    public void A_date_that_nobody_needs_may_be_empty() =>
        Assert.Empty(Filled.With("{ key: a, type: date, label: Fin, required: false }").Wrong());

    [Fact]
    public void An_address_outside_the_territory_is_taken() => Assert.Empty(Filled.With(
        "{ key: a, type: address, label: Adresse }",
        ("a.street", "12 rue de la Paix"), ("a.postcode", "75002"), ("a.commune", "Paris")).Wrong());

    [Fact]
    public void An_address_names_each_part_that_is_missing() => Assert.Equal(
        ["a.street: Écrivez le numéro et la rue", "a.postcode: Écrivez un code postal de cinq chiffres, par exemple 45500", "a.commune: Choisissez la commune"],
        Filled.With("{ key: a, type: address, label: Adresse }", ("a.postcode", "4550")).Wrong());

    [Fact]
    public void An_address_that_nobody_needs_is_empty_or_whole()
    {
        const string Field = "{ key: a, type: address, label: Adresse, required: false }";
        Assert.Empty(Filled.With(Field).Wrong());
        Assert.Equal(2, Filled.With(Field, ("a.street", "1 rue Haute")).Wrong().Count);
    }

    [Theory]
    [InlineData("Gien", 1)]
    [InlineData("75056", 1)]
    [InlineData("45155", 0)]
    public void The_commune_of_the_place_is_one_of_the_territory(string commune, int mistakes)
    {
        var file = FormFile.Asking("- { key: a, type: address, label: Adresse }").Replace("pages:", "place: a\npages:", StringComparison.Ordinal);
        Assert.Equal(mistakes, Filled.In(file, ("a.street", "1 rue Haute"), ("a.postcode", "45500"), ("a.commune", commune)).Wrong().Count);
    }

    [Fact]
    public void An_identity_is_name_and_addresses()
    {
        const string Field = "{ key: a, type: identity, label: Vous }";
        Assert.Equal(["a.last_name", "a.first_names", "a.email", "a.street", "a.postcode", "a.commune"], Filled.With(Field).Wrong().Select(wrong => wrong.Split(':')[0]));
        Assert.Empty(Filled.With(
            Field,
            ("a.last_name", "Martin"), ("a.first_names", "Camille"), ("a.email", "camille@exemple.fr"), ("a.street", "12 quai Lenoir"), ("a.postcode", "45500"), ("a.commune", "Gien")).Wrong());
    }

    [Fact]
    public void A_group_wants_its_items_and_each_of_them_whole()
    {
        const string Field = "{ key: g, type: group, item: Enfant, label: Enfants, min: 1, fields: [{ key: prenom, type: text, label: Prénom }] }";
        Assert.Equal(["g: « Enfants » : ajoutez au moins 1 élément(s)"], Filled.With(Field).Wrong());
        Assert.Equal(["g: « Enfant » n° 2 est incomplet : modifiez-le ou retirez-le"], Filled.With(Field, ("g.count", "2"), ("g[0].prenom", "Ana")).Wrong());
        Assert.Empty(Filled.With(Field, ("g.count", "1"), ("g[0].prenom", "Ana")).Wrong());
        Assert.Empty(Filled.With(Field.Replace("min: 1, ", "", StringComparison.Ordinal)).Wrong());
    }

    [Fact]
    public void An_information_asks_nothing()
    {
        var filled = Filled.With("{ key: a, type: information, body: Lisez ceci. }");
        Assert.Empty(filled.Wrong());
        Assert.Empty(filled.Content());
    }

    [Theory]
    [InlineData("{ key: a, type: phone, label: A }", "02 38 29 53 53", "+33238295353")]
    [InlineData("{ key: a, type: amount, label: A }", "1200,5", "1\u202f200,50 €")]
    [InlineData("{ key: a, type: number, label: A, unit: m² }", "1200", "1\u202f200 m²")]
    [InlineData("{ key: a, type: yes-no, label: A }", "yes", "Oui")]
    [InlineData("{ key: a, type: choices, label: A, options: [{ value: x, label: Le X }, { value: y, label: Le Y }] }", "y\nx", "Le X, Le Y")]
    [InlineData("{ key: a, type: commune, label: A }", "45155", "Gien")]
    [InlineData("{ key: a, type: text, label: A, required: false }", "", "—")]
    public void What_is_filed_stands_in_words(string field, string typed, string words) =>
        Assert.Equal([$"a: {words}"], Filled.With(field, ("a", typed)).Content());

    [Fact]
    public void Dates_and_addresses_are_filed_in_words() => Assert.Equal(
        ["d: 1 mars 2027", "l: 12 quai Lenoir, Bâtiment B, 45500 Gien"],
        Filled.In(
            FormFile.Asking("- { key: d, type: date, label: D }\n- { key: l, type: address, label: L }"),
            ("d.day", "01"), ("d.month", "3"), ("d.year", "2027"),
            ("l.street", "12 quai Lenoir"), ("l.complement", "Bâtiment B"), ("l.postcode", "45500"), ("l.commune", "45155")).Content());
}
