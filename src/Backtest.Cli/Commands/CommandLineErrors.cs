using System.CommandLine;
using System.CommandLine.Parsing;
using Backtest.Abstractions.Runtime;

namespace Backtest.Cli.Commands;

/// <summary>Describes errors in a command line, and suggests what was probably meant.</summary>
internal static class CommandLineErrors
{
    /// <summary>The errors. Of unknown words only the first is reported, because later ones may be its arguments.</summary>
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

    /// <summary>Describes an error; for an ambiguous word, the library lists the candidates in quotes, one per line.</summary>
    private static InputError Describe(ParseError error, string command)
    {
        string[] lines = error.Message.Split('\n');
        string[] words = [.. lines.Skip(1).Select(line => line.Trim().Trim('\''))];
        if (words.Length == 0 || lines[0].Split('\'') is not [_, var written, ..])
            return new InputError("command_line", error.Message) { Fix = $"See {command} --help." };
        string guess = Meant(written, words) is { } meant ? $"Did you mean '{meant}'? " : "";
        return new InputError("command_line", $"'{written}' is not known here; expected one of {string.Join(", ", words)}.") { Fix = $"{guess}See {command} --help." };
    }

    /// <summary>The closest name, or the only one that starts with the word.</summary>
    private static string? Meant(string written, string[] names)
    {
        string[] begun = [.. names.Where(name => name.StartsWith(written, StringComparison.OrdinalIgnoreCase))];
        return begun.Length == 1 ? begun[0] : NearestName.Find(written, names);
    }

    /// <summary>The names that are allowed in the word's place.</summary>
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
