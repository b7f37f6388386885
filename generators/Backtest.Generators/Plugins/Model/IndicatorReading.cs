namespace Backtest.Generators.Plugins.Model;

/// <summary>One number an indicator property yields, as it is recorded behind a signal.</summary>
/// <param name="Name">Its name in results: the property in snake_case; of a struct, <c>property.member</c>.</param>
/// <param name="Member">The member of the struct; empty where the property is a number itself.</param>
internal sealed record IndicatorReading(string Name, string Member);
