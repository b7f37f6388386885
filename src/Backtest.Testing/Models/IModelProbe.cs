namespace Backtest.Testing;

/// <summary>Holds one model to the laws of its kind.</summary>
internal interface IModelProbe
{
    /// <summary>The laws, the one the others rest on first.</summary>
    IReadOnlyList<ModelLaw> Laws { get; }
}
