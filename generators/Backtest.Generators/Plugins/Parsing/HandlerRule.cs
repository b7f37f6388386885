namespace Backtest.Generators.Plugins.Parsing;

/// <summary>A handler a kind of plugin may have.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Parameter">The full name of the type of its first parameter.</param>
/// <param name="Event">The event it handles, by its simple name; <see langword="null"/>: it is no part of the flow.</param>
/// <param name="Stage">The stage of that event.</param>
/// <param name="Emitter">The full name of the emitter it may take.</param>
/// <param name="TakesPosition">Whether it may take the position.</param>
/// <param name="Signature">How it is written.</param>
internal sealed record HandlerRule(
    string Name, string Parameter, string? Event, int Stage, string? Emitter, bool TakesPosition, string Signature);
