namespace Backtest.Testing;

/// <summary>Something a plugin decided.</summary>
/// <param name="time">The end of the bar, UTC ticks.</param>
/// <param name="symbol">The instrument.</param>
/// <param name="row">The bar's index in the instrument's history; −1 for a risk manager, which sees turns.</param>
/// <param name="fact">What was decided: a recorded signal, regime or answer.</param>
internal sealed class Decision(long time, string symbol, int row, object fact)
{
    public long Time => time;

    public string Symbol => symbol;

    public int Row => row;

    public object Fact => fact;

    /// <summary>The decision in words; two decisions are equal if their words are.</summary>
    public string Text => field ??= FactText.Of(fact);

    /// <summary>The bar it was decided on, in words.</summary>
    public string Place => FactText.Place(symbol, row, time);

    public bool IsSame(Decision other) => time == other.Time && symbol == other.Symbol && Text == other.Text;
}
