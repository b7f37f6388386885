using Backtest.Hosting;

namespace Backtest.Tests.Catalog;

public sealed class PluginFoldersTests
{
    [Fact]
    public void Command_line_goes_before_run_file_before_plugins_d_before_user_before_tool()
    {
        using TemporaryFolder folder = new();

        PluginFolders folders = PluginFolders.Usual(
            [folder.Combine("given")], folder.Combine("run.yaml"), ["./mine"], folder.Combine("tool"));

        string[] names = [.. folders.Folders.Select(place => Path.GetRelativePath(folder.Path, place.Path))];
        Assert.Equal(5, names.Length);
        Assert.Equal(["given", "mine", "plugins.d"], names[..3]);
        Assert.Equal("the user's folder", folders.Folders[3].Origin);
        Assert.Equal(Path.Combine("tool", "plugins"), names[4]);
    }

    [Fact]
    public void Only_folders_someone_named_must_exist()
    {
        PluginFolders folders = PluginFolders.Usual(["given"], "run.yaml", ["mine"], "tool");

        Assert.Equal([true, true, false, false, false], folders.Folders.Select(place => place.MustExist));
    }

    [Fact]
    public void Without_a_run_file_only_command_line_user_and_tool_are_left()
    {
        PluginFolders folders = PluginFolders.Usual(["given"], runFile: null, [], "tool");

        Assert.Equal(["--plugins", "the user's folder", "bundled with the tool"], folders.Folders.Select(place => place.Origin));
    }

    [Fact]
    public void Without_a_run_file_the_plugins_of_a_project_are_looked_for_when_it_is_named()
    {
        using TemporaryFolder folder = new();

        PluginFolders folders = PluginFolders.Usual([], runFile: null, [], "tool", project: folder.Path);

        Assert.Equal(folder.Combine("plugins.d"), folders.Folders[0].Path);
    }

    [Fact]
    public void A_lock_file_stands_beside_the_projects_and_the_users_plugins_and_beside_no_others()
    {
        PluginFolders folders = PluginFolders.Usual(["given"], "run.yaml", ["mine"], "tool");

        Assert.Equal(
            [null, null, Path.GetFullPath("plugins.lock.json"), "plugins.lock.json", null],
            folders.Folders.Select((place, i) => i == 3 ? Path.GetFileName(place.LockFile) : place.LockFile));
        Assert.Equal(Path.GetDirectoryName(folders.Folders[3].Path), Path.GetDirectoryName(folders.Folders[3].LockFile));
    }
}
