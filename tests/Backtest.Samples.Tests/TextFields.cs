using System.Globalization;
using System.Text;
using Backtest.Engine;

namespace Backtest.Tests;

/// <summary>Writes the fields of a row as text, with numbers to their last bit.</summary>
internal readonly struct TextFields(StringBuilder text, RowNames names, Rows<double>? indicatorValues) : IRowFields
{
    public void Container(string name) => Add(name, names.Container);

    public void Strategy(string name, int strategyIndex) => Add(name, names.Strategies[strategyIndex]);

    public void Symbol(string name, Instrument instrument) => Add(name, instrument.Symbol);

    public void State(string name, int stateIndex) => Add(name, names.State(stateIndex));

    public void Integer(string name, long value) => Add(name, value);

    public void Reference(string name, int id) => Add(name, id);

    public void Time(string name, long ticks) => Add(name, ticks);

    public void Number(string name, double value) => Add(name, value);

    public void Money(string name, decimal value) => Add(name, value);

    public void Text(string name, string? value) => Add(name, value ?? "none");

    public void Word<TEnum>(string name, TEnum value)
        where TEnum : struct, Enum => Add(name, value);

    public void Indicators(string name, int strategyIndex, int first, int count)
    {
        foreach (double value in indicatorValues!.Span.Slice(first, count))
            Add(name, value);
    }

    private void Add<T>(string name, T value) => text.Append(CultureInfo.InvariantCulture, $"{name} {value}, ");
}
