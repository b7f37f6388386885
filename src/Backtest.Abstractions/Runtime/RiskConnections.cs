using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>What a risk manager's node is wired to.</summary>
/// <param name="Series">The bars of each instrument, by the instrument's index; <see langword="null"/> if the portfolio does not trade it.</param>
/// <param name="Rows">The row of each instrument's last closed bar, by the instrument's index; the portfolio keeps it up to date.</param>
/// <param name="Indicators">Where it requests indicators.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RiskConnections(IReadOnlyList<BarSeries?> Series, int[] Rows, IIndicatorSource Indicators);
