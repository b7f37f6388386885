using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Metadata;

public sealed class PackageProblemTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private PluginBuilder Builder => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_its_assembly_is_no_plugin()
    {
        Directory.CreateDirectory(_folder.Combine("Acme.Cross"));

        Assert.Equal("not_a_plugin", Problem().Code);
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_no_plugin()
    {
        string folder = Builder.Strategy("Acme.Cross", "cross");
        File.WriteAllText(Path.Combine(folder, "Acme.Cross.dll"), "This is no assembly.");

        Assert.Equal("not_a_plugin", Problem().Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(700)]
    [InlineData(2000)]
    public void An_assembly_cut_short_is_no_plugin(int length)
    {
        string file = Path.Combine(Builder.Strategy("Acme.Cross", "cross"), "Acme.Cross.dll");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        InputError problem = Problem();

        Assert.Equal("not_a_plugin", problem.Code);
        Assert.Equal(file, problem.Position.File);
    }

    [Fact]
    public void An_assembly_cut_short_behind_its_metadata_is_a_problem()
    {
        string file = Path.Combine(Builder.Strategy("Acme.Cross", "cross"), "Acme.Cross.dll");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);

        Assert.Equal("plugin_cut_short", Problem().Code);
    }

    [Fact]
    public void An_assembly_with_any_byte_changed_is_read_or_is_a_problem()
    {
        string file = Path.Combine(Builder.Strategy("Acme.Cross", "cross"), "Acme.Cross.dll");
        byte[] whole = File.ReadAllBytes(file);
        Random random = new(1);
        for (int i = 0; i < 400; i++)
        {
            byte[] damaged = [.. whole];
            for (int change = 0; change < 8; change++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(file, damaged);

            Assert.Equal("Acme.Cross", Assert.Single(Catalogs.Scan(_folder.Path).Packages).Id);
        }
    }

    [Fact]
    public void An_assembly_that_lists_no_plugin_is_none()
    {
        Builder.Package("Acme.Cross", "public class Cross;");

        Assert.Contains("contains no plugin", Problem().Message);
    }

    [Theory]
    [InlineData(Abi.Major + 1, 0)]
    [InlineData(Abi.Major - 1, 0)]
    [InlineData(Abi.Major, Abi.Minor + 1)]
    public void A_plugin_built_against_another_api_says_which_and_what_the_host_runs(int major, int minor)
    {
        Builder.Package("Acme.Cross", PluginBuilder.Listing("cross", major, minor) + PluginBuilder.Factory("\"cross\""));

        InputError problem = Problem();

        Assert.Equal("plugin_api_version", problem.Code);
        Assert.Contains($"{major}.{minor}", problem.Message);
        Assert.Contains($"{Abi.Major}.{Abi.Minor}", problem.Message);
    }

    [Fact]
    public void Two_plugins_of_one_kind_and_id_in_a_package_are_a_problem()
    {
        string listing = PluginBuilder.Listing("cross");
        string again = listing.Replace("Tries", "Also tries", StringComparison.Ordinal);
        Builder.Package("Acme.Cross", listing + again + PluginBuilder.Factory("\"cross\""));

        Assert.Equal("duplicate_plugin", Problem().Code);
    }

    [Fact]
    public void A_package_without_deps_json_is_a_problem()
    {
        File.Delete(Path.Combine(Builder.Strategy("Acme.Cross", "cross"), "Acme.Cross.deps.json"));

        Assert.Equal("plugin_deps_missing", Problem().Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"runtimeTarget": {"name": "net"}, "targets": {}}""")]
    public void A_deps_json_that_cannot_be_read_is_a_problem(string content)
    {
        File.WriteAllText(Path.Combine(Builder.Strategy("Acme.Cross", "cross"), "Acme.Cross.deps.json"), content);

        Assert.Equal("plugin_deps_missing", Problem().Code);
    }

    [Fact]
    public void A_dependency_that_is_not_in_the_folder_is_named()
    {
        string library = PluginBuilder.Library(
            _folder.Combine(".build", "Tables.dll"), "public static class Tables { public static string Name => \"1\"; }");
        string folder = Builder.Package("Acme.Cross", PluginBuilder.Listing("cross") + PluginBuilder.Factory("Tables.Name"), library);
        Assert.Empty(Assert.Single(Catalogs.Scan(_folder.Path).Packages).Problems);

        File.Delete(Path.Combine(folder, "Tables.dll"));

        InputError problem = Problem();
        Assert.Equal("plugin_dependency_missing", problem.Code);
        Assert.Contains("Tables.dll", problem.Message);
    }

    [Fact]
    public void A_link_to_a_folder_is_a_problem_and_not_followed_in_a_circle()
    {
        string folder = Builder.Strategy("Acme.Cross", "cross");
        Directory.CreateSymbolicLink(Path.Combine(folder, "again"), folder);

        InputError problem = Problem();

        Assert.Equal("plugin_folder_link", problem.Code);
        Assert.Contains("again", problem.Message);
    }

    [Fact]
    public void A_link_to_itself_in_the_place_of_a_package_is_not_listed()
    {
        string link = _folder.Combine("Acme.Cross");
        Directory.CreateSymbolicLink(link, link);

        Assert.Empty(Catalogs.Scan(_folder.Path).Packages);
    }

    [Fact]
    public void A_folder_that_may_not_be_read_is_a_problem()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Permissions are other ones there.");
        string folder = Builder.Strategy("Acme.Cross", "cross");
        Unprivileged.Run(_folder.Path, folder, () => Assert.Equal("plugin_unreadable", Problem().Code));
    }

    [Fact]
    public void A_place_that_may_not_be_read_is_wrong_input()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Permissions are other ones there.");
        string place = _folder.Combine("place");
        Directory.CreateDirectory(place);
        Unprivileged.Run(_folder.Path, place, () =>
        {
            InputException exception = Assert.Throws<InputException>(() => Catalogs.Scan(place));

            Assert.Equal("plugin_folder_unreadable", Assert.Single(exception.Errors).Code);
        });
    }

    private InputError Problem() => Assert.Single(Assert.Single(Catalogs.Scan(_folder.Path).Packages).Problems);
}
