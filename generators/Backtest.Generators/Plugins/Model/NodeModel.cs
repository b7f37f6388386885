using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>The node a class becomes.</summary>
/// <param name="Type">The type it derives from.</param>
/// <param name="Connections">What it is wired to.</param>
/// <param name="Row">How it handles rows; <see langword="null"/>: it handles none.</param>
/// <param name="Readings">How it gives the numbers behind a signal; <see langword="null"/>: it gives none.</param>
/// <param name="Provided">The properties the author provides.</param>
/// <param name="Implemented">The properties that are the author's instance, for its class implements their interface.</param>
/// <param name="SaysEarly">Whether it is to say that it is called before its indicators are ready.</param>
/// <param name="SaysStateless">Whether it is to say that calls of its row handler leave nothing behind.</param>
/// <param name="IsSearched">Whether its rows may be looked through in a loop of its own.</param>
/// <param name="IsPure">Whether its signals depend on bars, indicators and regimes alone.</param>
internal sealed record NodeModel(
    string Type, string Connections, RowModel? Row, ReadingsModel? Readings, EquatableArray<ProvidedModel> Provided,
    EquatableArray<ProvidedModel> Implemented, bool SaysEarly, bool SaysStateless, bool IsSearched, bool IsPure);

/// <summary>How a node handles rows.</summary>
/// <param name="Method">The method that takes a row.</param>
/// <param name="Loop">The method that takes many; empty: there is none.</param>
/// <param name="IsGated">Whether the author is first called when every indicator is ready.</param>
/// <param name="Rowed">The properties that must know the row.</param>
/// <param name="Locals">What the loop keeps in locals, as C#.</param>
/// <param name="RowedLocals">The locals that must know the row.</param>
/// <param name="LoopArguments">What the author's method is handed inside the loop.</param>
internal sealed record RowModel(
    string Method, string Loop, bool IsGated, EquatableArray<string> Rowed, EquatableArray<string> Locals, EquatableArray<string> RowedLocals,
    string LoopArguments);

/// <summary>How a node gives the numbers behind a signal.</summary>
/// <param name="Parameters">The parameters of its method.</param>
/// <param name="Key">The parameter that says where they are read.</param>
/// <param name="Values">The parameter that takes them.</param>
internal sealed record ReadingsModel(string Parameters, string Key, string Values);

/// <summary>A property of the node that comes from the author's class.</summary>
internal sealed record ProvidedModel(string Type, string Name);
