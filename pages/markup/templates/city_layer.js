{% macro script(this, kwargs) %}
var {{ this.get_name() }} = new Madoguchi.CityLayer(Madoguchi.readRecords({{ this.features }}), {{ this.settings }});
{% endmacro %}
