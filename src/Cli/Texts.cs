namespace Teleservices.Cli;

/// <summary>The words of the command line: keys are the French texts, <c>Texts.en.resx</c> has the English ones.</summary>
internal sealed class Texts;
