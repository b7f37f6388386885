namespace Backtest.Generators.Plugins.Model;

/// <summary>What the author's <c>Validate</c> takes.</summary>
internal enum ValidateForm
{
    None,
    Errors,
    ErrorsAndContext,
}
