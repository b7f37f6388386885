using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>The node that a class becomes.</summary>
/// <param name="Type">The type it derives from.</param>
/// <param name="Connections">The type of its connections.</param>
/// <param name="Row">How it handles rows; <see langword="null"/> if it does not.</param>
/// <param name="Readings">How it returns the numbers behind a signal; <see langword="null"/> if it does not.</param>
/// <param name="Provided">The properties that the author provides.</param>
/// <param name="Implemented">The properties that return the author's instance, because its class implements their interface.</param>
/// <param name="SaysEarly">Whether it reports that it is called before its indicators are ready.</param>
/// <param name="SaysStateless">Whether it reports that calls of its row handler leave no state.</param>
/// <param name="IsSearched">Whether its rows may be searched in a separate loop.</param>
/// <param name="IsPure">Whether its signals depend only on bars, indicators and regimes.</param>
internal sealed record NodeModel(
    string Type, string Connections, RowModel? Row, ReadingsModel? Readings, EquatableArray<ProvidedModel> Provided,
    EquatableArray<ProvidedModel> Implemented, bool SaysEarly, bool SaysStateless, bool IsSearched, bool IsPure);

/// <summary>How a node handles rows.</summary>
/// <param name="Method">The method that takes a row.</param>
/// <param name="Loop">The method that takes many rows; empty if there is none.</param>
/// <param name="IsGated">Whether the author's handler is first called when every indicator is ready.</param>
/// <param name="Rowed">The properties whose current row must be set.</param>
/// <param name="Locals">The locals of the loop, as C#.</param>
/// <param name="RowedLocals">The locals whose current row must be set.</param>
/// <param name="LoopArguments">The arguments passed to the author's method inside the loop.</param>
internal sealed record RowModel(
    string Method, string Loop, bool IsGated, EquatableArray<string> Rowed, EquatableArray<string> Locals, EquatableArray<string> RowedLocals,
    string LoopArguments);

/// <summary>How a node returns the numbers behind a signal.</summary>
/// <param name="Parameters">The parameters of its method.</param>
/// <param name="Key">The parameter that determines where they are read.</param>
/// <param name="Values">The parameter that receives them.</param>
internal sealed record ReadingsModel(string Parameters, string Key, string Values);

/// <summary>A property of the node that comes from the author's class.</summary>
internal sealed record ProvidedModel(string Type, string Name);
