using System.CommandLine;
using System.Text.Json;
using Backtest.Cli.Composition;
using Backtest.Configuration;
using Backtest.Data;

namespace Backtest.Cli.Commands;

/// <summary>The input of every data command: a run file for its <c>data</c>, or the keys of <c>data</c> as options.</summary>
internal sealed class DataInput
{
    private readonly Argument<string?> _file;

    private readonly (Option Option, DataOption Data)[] _keys = [.. RunFile.DataOptions.Select(data => (Create(data), data))];

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Sets any other value, such as data.stamp=end.",
        HelpName = "path=value",
    };

    private readonly Option<string[]> _plugins = Options.Plugins();

    /// <summary>Creates the input of a command.</summary>
    /// <param name="fileDescription">The description of the file argument.</param>
    public DataInput(string fileDescription) =>
        _file = new Argument<string?>("FILE") { Description = fileDescription, Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Adds the input to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] keys = [.. _keys.Select(key => key.Option)];
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
                    ? "expected a run file or --path."
                    : $"{given[0].Name} cannot be combined with a run file, which defines its own data. Remove one of them, or use --set to change the run file's values.");
        });
    }

    /// <summary>The file argument, or <see langword="null"/> if there is none.</summary>
    public string? File(ParseResult command) => command.GetValue(_file);

    /// <summary>A file of bars with the values of <c>--set</c>.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="file">The file of bars.</param>
    /// <exception cref="InputException">A value is invalid, or turns the file into another kind of source.</exception>
    public BarSourceOptions.Csv FileOfBars(ParseResult command, string file) =>
        RunFile.ParseData([("path", JsonSerializer.Serialize(file), file)], command.GetValue(_set) ?? []) is [BarSourceOptions.Csv csv]
            ? csv
            : throw new InputException(new InputError("no_csv", $"{file} is a file of bars, but --set turns it into another source")
            {
                Key = "data.source",
                Fix = "Remove data.source, or name the source with --source and --path.",
            });

    /// <summary>Rejects <c>--set</c> with the folder of a catalog, which stores how its bars were read.</summary>
    /// <exception cref="InputException"><c>--set</c> is given.</exception>
    public void RefuseSets(ParseResult command, string folder)
    {
        if (command.GetValue(_set) is [var set, ..])
            throw new InputException(new InputError("no_sets", $"{folder} is the folder of a catalog, where --set {set} has no effect")
            {
                Fix = $"Remove --set, or use --source catalog --path {folder} instead of the folder.",
            });
    }

    /// <summary>Reads the described sources, and passes them to a command together with a factory that opens them.</summary>
    /// <exception cref="InputException">The run file, an option or a value is invalid.</exception>
    public async Task<T> UseAsync<T>(ParseResult command, Func<IReadOnlyList<BarSourceOptions>, BarSources, Task<T>> use)
    {
        string[] overrides = command.GetValue(_set) ?? [];
        if (command.GetValue(_file) is not { } file)
            return await use(RunFile.ParseData(Keys(command), overrides), new BarSources());
        using var workspace = Workspace.Open(new RunFileRequest(file, overrides, command.GetValue(_plugins) ?? []));
        return await use(workspace.Config.Data, workspace.Sources);
    }

    private static Option Create(DataOption key) => key.IsList
        ? new Option<string[]>($"--{key.Key}")
        {
            Description = key.Description,
            HelpName = key.HelpName,
            AllowMultipleArgumentsPerToken = true,
        }
        : new Option<string?>($"--{key.Key}") { Description = key.Description, HelpName = key.HelpName };

    private IEnumerable<(string Key, string Value, string Words)> Keys(ParseResult command)
    {
        foreach ((Option option, DataOption data) in _keys)
        {
            if (option is Option<string?> single && command.GetValue(single) is { } value)
                yield return (data.Key, JsonSerializer.Serialize(value), $"{option.Name} {value}");
            else if (option is Option<string[]> several && command.GetValue(several) is { Length: > 0 } given)
            {
                string[] values = [.. given.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
                yield return (data.Key, JsonSerializer.Serialize(values), $"{option.Name} {string.Join(',', values)}");
            }
        }
    }
}
