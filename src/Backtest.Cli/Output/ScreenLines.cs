namespace Backtest.Cli.Output;

/// <summary>Writes text broken between words at the edge of a screen. A word that is longer than a line, as a path may be, stays whole.</summary>
internal sealed class ScreenLines(TextWriter writer, int width)
{
    private const int Hanging = 2;
    private const int LeastWidth = 40;

    /// <summary>Lines of standard output: of a file or a pipe they are as long as they are.</summary>
    public static ScreenLines OfOutput(TextWriter output) => new(output, Consoles.OutputIsTerminal ? Width() : int.MaxValue);

    /// <summary>Lines of standard error: of a file or a pipe they are as long as they are.</summary>
    public static ScreenLines OfError(TextWriter error) => new(error, Consoles.ErrorIsTerminal ? Width() : int.MaxValue);

    /// <summary>Writes lines.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="column">How much stands in the first line already.</param>
    /// <param name="hanging">Where further lines begin; unless given, under the line where that is indented, else two in.</param>
    public void Write(string text, int column = 0, int? hanging = null)
    {
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            WriteLine(line, column, hanging);
            column = 0;
        }
    }

    private static int Width() => Math.Max(LeastWidth, Console.WindowWidth);

    private void WriteLine(string line, int column, int? hanging)
    {
        int indent = line.Length - line.TrimStart(' ').Length;
        int further = hanging ?? (indent == 0 ? Hanging : indent);
        writer.Write(line[..indent]);
        column += indent;
        bool isFirst = true;
        foreach (string word in line[indent..].Split(' '))
        {
            if (!isFirst && column > further && column + 1 + word.Length > width)
            {
                writer.WriteLine();
                writer.Write(new string(' ', further));
                column = further;
            }
            else if (!isFirst)
            {
                writer.Write(' ');
                column++;
            }

            isFirst = false;
            writer.Write(word);
            column += word.Length;
        }

        writer.WriteLine();
    }
}
