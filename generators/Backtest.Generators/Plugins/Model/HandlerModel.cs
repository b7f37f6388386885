using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>A handler the author wrote.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Event">The event it handles, by its simple name.</param>
/// <param name="Arguments">What it takes, in the order of its parameters.</param>
/// <param name="Emits">The events it may emit, by their simple names.</param>
internal sealed record HandlerModel(
    string Name, string Event, EquatableArray<HandlerArgument> Arguments, EquatableArray<string> Emits)
{
    public bool Takes(ArgumentRole role) => Arguments.Any(argument => argument.Role == role);
}
