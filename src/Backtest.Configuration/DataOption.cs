namespace Backtest.Configuration;

/// <summary>A key of <c>data</c> that commands take as an option of its name.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="Description">What it means.</param>
/// <param name="HelpName">What stands for its value in a command's help: <c>DAY</c>.</param>
/// <param name="IsList">Whether it takes several values.</param>
public sealed record DataOption(string Key, string Description, string HelpName, bool IsList);
