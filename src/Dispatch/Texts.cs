namespace Teleservices.Dispatch;

/// <summary>The module's words: keys are the French texts, <c>Texts.en.resx</c> has the English ones.</summary>
internal sealed class Texts;
