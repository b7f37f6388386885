namespace Backtest.Engine;

/// <summary>A row of a table. <see cref="Describe"/> declares the table's columns, and the values that are written and hashed.</summary>
public interface IRow
{
    /// <summary>The name of the table, snake_case.</summary>
    static abstract string Table { get; }

    /// <summary>Passes the fields, in the order of the columns, each with its name and value.</summary>
    /// <returns>The receiver after the last field: it is passed by value, so that a struct stays in registers.</returns>
    /// <remarks>It is also called on a default row, to learn the columns, so it must not read an instrument's members.</remarks>
    TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields;
}

/// <summary>Receives the fields of a row one after another, for a table's schema, a writer or a hash. Names are snake_case.</summary>
public interface IRowFields
{
    /// <summary>
    /// Whether it takes fields that are not hashed: fields implied by other fields, and fields added to a table when hashes of runs already existed.
    /// </summary>
    static virtual bool TakesUnhashed => true;

    /// <summary>The name of the portfolio or classifier the row belongs to.</summary>
    void Container(string name);

    /// <summary>A strategy, by its index in the portfolio; written and hashed as its name.</summary>
    void Strategy(string name, int strategyIndex);

    /// <summary>An instrument; written and hashed as its symbol.</summary>
    void Symbol(string name, Instrument instrument);

    /// <summary>A state of a classifier, by its index; −1 if unknown. Written and hashed as its name.</summary>
    void State(string name, int stateIndex);

    /// <summary>A whole number.</summary>
    void Integer(string name, long value);

    /// <summary>The id of a row of another table; 0 if none.</summary>
    void Reference(string name, int id);

    /// <summary>A time, UTC ticks.</summary>
    void Time(string name, long ticks);

    /// <summary>A number; NaN if there is none.</summary>
    void Number(string name, double value);

    /// <summary>An exact number, such as money or a quantity.</summary>
    void Money(string name, decimal value);

    /// <summary>A text; <see langword="null"/> if there is none.</summary>
    void Text(string name, string? value);

    /// <summary>A value of an enumeration; written as a word in snake_case.</summary>
    void Word<TEnum>(string name, TEnum value)
        where TEnum : struct, Enum;

    /// <summary>The indicator values behind a signal: a range of those of the journal.</summary>
    void Indicators(string name, int strategyIndex, int first, int count);
}
