namespace Teleservices.Server;

/// <summary>The words of pages that are put together here: keys are the French texts, <c>Texts.en.resx</c> has the English ones.</summary>
internal sealed class Texts;
