namespace Backtest.Configuration;

/// <summary>A key of <c>data</c> that commands accept as an option of the same name.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="Description">What it means.</param>
/// <param name="HelpName">The placeholder of its value in a command's help: <c>DAY</c>.</param>
/// <param name="IsList">Whether it takes several values.</param>
public sealed record DataOption(string Key, string Description, string HelpName, bool IsList);
