using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>A handler the author wrote, and the node's method that calls it.</summary>
/// <param name="Name">The author's method.</param>
/// <param name="Event">The event it handles, by its simple name; empty: it is no part of the flow.</param>
/// <param name="Returns">What both return, as C#.</param>
/// <param name="Method">The node's method.</param>
/// <param name="Parameters">The parameters of the node's method, as C#.</param>
/// <param name="Arguments">What the author's method is handed there, as C#.</param>
/// <param name="Emits">The events it may emit, by their simple names.</param>
internal sealed record HandlerModel(
    string Name, string Event, string Returns, string Method, string Parameters, string Arguments, EquatableArray<string> Emits)
{
    /// <summary>Whether it is called for each row.</summary>
    public bool IsRow { get; init; }

    /// <summary>Whether it depends on what the engine did: on delayed events, or on state the node hands to it.</summary>
    public bool IsToldOfEngine { get; init; }
}
