using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The classifier the rows of a table belong to.</summary>
internal sealed class ClassifierScope(ClassifierDescription description)
{
    /// <summary>Its name.</summary>
    public string Name => description.Name;

    /// <summary>What it saw in the chunk at hand.</summary>
    public ClassifierJournal Journal { get; set; } = new();

    /// <summary>The name of a state.</summary>
    public string Regime(int state) => RegimeNames.Of(description, state);
}
