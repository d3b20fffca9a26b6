using System.Reflection;
using Gamification.Activities;

namespace Gamification.Tests;

public sealed class ArchitectureTests
{
    private static readonly FactId Id = new("crm", "e1");

    [Fact]
    public void The_rules_know_the_base_library_and_NodaTime_only()
    {
        var references = typeof(Engine).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.DoesNotContain(references, name => name is not ("NodaTime" or "System.Runtime") && !IsOfBaseLibrary(name));
    }

    [Theory]
    [InlineData("System.Text.Json")]
    [InlineData("System.Net.Http")]
    [InlineData("System.Data.Common")]
    [InlineData("System.Threading.Tasks")]
    [InlineData("Microsoft.Extensions.Logging")]
    public void They_do_no_input_output_or_waiting(string name) =>
        Assert.DoesNotContain(
            typeof(Engine).Assembly.GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith(name, StringComparison.Ordinal)
        );

    [Fact]
    public void They_hold_no_date_of_the_base_library_and_no_task()
    {
        var members = typeof(Engine)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMembers(
                    BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
                )
            );

        Assert.DoesNotContain(
            members.SelectMany(TypesOf),
            type =>
                type == typeof(DateTime)
                || type == typeof(DateTimeOffset)
                || typeof(Task).IsAssignableFrom(type)
                || type == typeof(TimeProvider)
        );
    }

    [Fact]
    public void Every_activity_has_a_kind_with_a_name_an_entity_and_an_owner_rule()
    {
        var cases = typeof(Activity).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(Activity))).ToList();

        Assert.Equal(Enum.GetValues<ActivityKind>().Length, cases.Count);
        foreach (var activity in cases.Select(Example))
        {
            var kind = ActivityKinds.KindOf(activity);
            Assert.Equal(kind, ActivityKinds.Parse(kind.Name));
            Assert.NotEmpty(Entities.Of(Id, activity).Value);
            Assert.Equal(activity.GetType().GetProperty("Owner")?.GetValue(activity), Entities.OwnerOf(activity));
            Assert.Equal(activity.GetType().GetProperty("Amount")?.GetValue(activity), Entities.AmountOf(activity));
        }
    }

    private static bool IsOfBaseLibrary(string name) =>
        Assembly.Load(name).Location.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location)!, StringComparison.Ordinal);

    private static IEnumerable<Type> TypesOf(MemberInfo member) =>
        member switch
        {
            FieldInfo field => [field.FieldType],
            PropertyInfo property => [property.PropertyType],
            MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
            _ => [],
        };

    private static Activity Example(Type type)
    {
        var constructor = type.GetConstructors().Single(candidate => candidate.GetParameters().Length > 0);
        return (Activity)
            constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!))]);
    }

    private static object Value(Type type, string name) =>
        type == typeof(string) ? name
        : type == typeof(bool) ? true
        : Money.Of(1, "EUR");
}
