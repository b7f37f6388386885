namespace Backtest.Generators.Plugins.Model;

/// <summary>One parameter of a handler.</summary>
/// <param name="Role">What is passed.</param>
/// <param name="IsIn">Whether it is passed by reference.</param>
internal sealed record HandlerArgument(ArgumentRole Role, bool IsIn);
