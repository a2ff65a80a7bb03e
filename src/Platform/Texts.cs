namespace Teleservices.Platform;

/// <summary>The foundation's words: keys are the French texts, <c>Texts.en.resx</c> has the English ones.</summary>
internal sealed class Texts;
