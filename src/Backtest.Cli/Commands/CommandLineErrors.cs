using System.CommandLine;
using System.CommandLine.Parsing;
using Backtest.Abstractions.Runtime;

namespace Backtest.Cli.Commands;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class CommandLineErrors
{
    /// <summary>What is wrong with it. Of words that are not known the first is said: those after it may be what it would have taken.</summary>
    public static IReadOnlyList<InputError> Of(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [var unknown, ..] && NamesOf(parsed.CommandResult.Command, unknown) is { Length: > 0 } names
            && parsed.Errors.Count > 0)
        {
            string guess = Meant(unknown, names) is { } meant ? $"Did you mean '{meant}'? " : "";
            return [new InputError("command_line", $"'{unknown}' is not known here.") { Fix = $"{guess}See {CommandOf(parsed.CommandResult)} --help." }];
        }

        return [.. parsed.Errors.Select(error => Describe(error, CommandOf(error.SymbolResult)))];
    }

    /// <summary>Of a word that may be one of several the library lists them, each on a line and in quotes.</summary>
    private static InputError Describe(ParseError error, string command)
    {
        string[] lines = error.Message.Split('\n');
        string[] words = [.. lines.Skip(1).Select(line => line.Trim().Trim('\''))];
        if (words.Length == 0 || lines[0].Split('\'') is not [_, var written, ..])
            return new InputError("command_line", error.Message) { Fix = $"See {command} --help." };
        string guess = Meant(written, words) is { } meant ? $"Did you mean '{meant}'? " : "";
        return new InputError("command_line", $"'{written}' is not known here; expected one of {string.Join(", ", words)}.") { Fix = $"{guess}See {command} --help." };
    }

    /// <summary>The name that is nearest, or the only one that begins like this.</summary>
    private static string? Meant(string written, string[] names)
    {
        string[] begun = [.. names.Where(name => name.StartsWith(written, StringComparison.OrdinalIgnoreCase))];
        return begun.Length == 1 ? begun[0] : NearestName.Find(written, names);
    }

    /// <summary>The names that may stand where a word does.</summary>
    private static string[] NamesOf(Command command, string word) => word.StartsWith('-')
        ? [.. command.Options.Where(option => !option.Hidden).SelectMany(option => option.Aliases.Prepend(option.Name))]
        : [.. command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name)];

    private static string CommandOf(SymbolResult? result)
    {
        string command = "";
        for (SymbolResult? place = result; place is not null; place = place.Parent)
        {
            if (place is CommandResult { Parent: not null } named)
                command = $" {named.Command.Name}{command}";
        }

        return $"backtest{command}";
    }
}
