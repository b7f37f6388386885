namespace Backtest.Generators.Plugins.Model;

/// <summary>The parameters of the author's <c>Validate</c> method.</summary>
internal enum ValidateForm
{
    None,
    Errors,
    ErrorsAndContext,
}
