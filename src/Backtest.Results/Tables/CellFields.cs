using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Writes the fields of a row as cells.</summary>
internal readonly struct CellFields(TableWriter writer, RowScope scope) : IRowFields
{
    public void Container(string name) => writer.Text(scope.Names.Container);

    public void Strategy(string name, int strategyIndex) => writer.Text(scope.Names.Strategies[strategyIndex]);

    public void Symbol(string name, Instrument instrument) => writer.Text(instrument.Symbol);

    public void State(string name, int stateIndex) => writer.Text(scope.Names.State(stateIndex));

    public void Integer(string name, long value) => writer.Integer(value);

    public void Reference(string name, int id) => writer.Integer(id == 0 ? null : id);

    public void Time(string name, long ticks) => writer.Time(ticks);

    public void Number(string name, double value) => writer.Real(value);

    public void Money(string name, decimal value) => writer.Money(value);

    public void Text(string name, string? value) => writer.Text(value);

    public void Word<TEnum>(string name, TEnum value)
        where TEnum : struct, Enum => writer.Text(Words<TEnum>.Of(value));

    public void Indicators(string name, int strategyIndex, int first, int count) =>
        writer.Text(scope.Indicators(strategyIndex, first, count));
}
