using System.CommandLine;
using System.Text.Json;
using Backtest.Cli.Composition;
using Backtest.Configuration;
using Backtest.Data;

namespace Backtest.Cli.Commands;

/// <summary>What every command on data takes: a run file for its <c>data</c>, or the keys of <c>data</c> as options.</summary>
internal sealed class DataInput
{
    private readonly Argument<string?> _file;

    private readonly Option<string?>[] _keys =
    [
        Key("source", "Where bars come from, such as csv; csv, unless given.", "KIND"),
        Key("path", "A file, a folder or a glob; '{symbol}' stands for each symbol.", "PATH"),
        Key("timeframe", "The length of the bars, such as 1m; 1d, unless given.", "LENGTH"),
        Key("start", "The first day.", "DAY"),
        Key("end", "The last day, wholly included.", "DAY"),
        Key("timezone", "The zone of days, and of times that name none; UTC, unless given.", "ZONE"),
        Key("calendar", "The exchange calendar, such as XNYS; every day is a trading day, unless given.", "NAME"),
    ];

    private readonly Option<string[]> _symbols = new("--symbols")
    {
        Description = "The symbols wanted; all that the data holds, unless given.",
        HelpName = "SYMBOL,…",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Sets any other value, such as data.stamp=end.",
        HelpName = "path=value",
    };

    private readonly Option<string[]> _plugins = Options.Plugins();

    /// <summary>The input of a command.</summary>
    /// <param name="fileDescription">What the file may be.</param>
    public DataInput(string fileDescription) =>
        _file = new Argument<string?>("FILE") { Description = fileDescription, Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Adds it to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] keys = [.. _keys, _symbols];
        command.Arguments.Add(_file);
        foreach (Option option in keys)
            command.Options.Add(option);
        command.Options.Add(_set);
        command.Options.Add(_plugins);
        command.Validators.Add(result =>
        {
            Option[] given = [.. keys.Where(option => result.GetResult(option) is { Implicit: false })];
            if (result.GetValue(_file) is null == (given.Length == 0))
                result.AddError(given.Length == 0
                    ? "a run file is missing, or --path."
                    : $"a run file says itself what its data is: leave it out, or {given[0].Name}; --set changes what it says.");
        });
    }

    /// <summary>The file named; <see langword="null"/>: none is.</summary>
    public string? File(ParseResult command) => command.GetValue(_file);

    /// <summary>Reads what is described, and hands it to a command with what opens it.</summary>
    /// <exception cref="InputException">The run file, an option or a value is wrong.</exception>
    public async Task<T> UseAsync<T>(ParseResult command, Func<IReadOnlyList<BarSourceOptions>, BarSources, Task<T>> use)
    {
        string[] overrides = command.GetValue(_set) ?? [];
        if (command.GetValue(_file) is not { } file)
            return await use(RunFile.ParseData(Keys(command), overrides), new BarSources());
        using var workspace = Workspace.Open(new RunFileRequest(file, overrides, command.GetValue(_plugins) ?? []));
        return await use(workspace.Config.Data, workspace.Sources);
    }

    private static Option<string?> Key(string name, string description, string helpName) =>
        new($"--{name}") { Description = description, HelpName = helpName };

    private IEnumerable<(string Key, string Value, string Words)> Keys(ParseResult command)
    {
        foreach (Option<string?> option in _keys)
        {
            if (command.GetValue(option) is { } value)
                yield return (option.Name[2..], JsonSerializer.Serialize(value), $"{option.Name} {value}");
        }

        if (command.GetValue(_symbols) is { Length: > 0 } given)
        {
            string[] symbols = [.. given.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
            yield return ("symbols", JsonSerializer.Serialize(symbols), $"{_symbols.Name} {string.Join(',', symbols)}");
        }
    }
}
