namespace Backtest.Generators.Plugins.Model;

/// <summary>A number that an indicator property returns, as it is recorded behind a signal.</summary>
/// <param name="Name">The name in results: the property in snake_case, or <c>property.member</c> for a struct.</param>
/// <param name="Member">The member of the struct; empty if the property itself is a number.</param>
internal sealed record IndicatorReading(string Name, string Member);
