using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>A handler of the author, and the node's method that calls it.</summary>
/// <param name="Name">The author's method.</param>
/// <param name="Event">The simple name of the event it handles; empty if it is not part of the flow.</param>
/// <param name="Returns">The return type of both methods, as C#.</param>
/// <param name="Method">The node's method.</param>
/// <param name="Parameters">The parameters of the node's method, as C#.</param>
/// <param name="Arguments">The arguments passed to the author's method, as C#.</param>
/// <param name="Emits">The simple names of the events it may emit.</param>
internal sealed record HandlerModel(
    string Name, string Event, string Returns, string Method, string Parameters, string Arguments, EquatableArray<string> Emits)
{
    /// <summary>Whether it is called for each row.</summary>
    public bool IsRow { get; init; }

    /// <summary>Whether it depends on results of the engine: on delayed events, or on state that the node passes to it.</summary>
    public bool IsToldOfEngine { get; init; }
}
