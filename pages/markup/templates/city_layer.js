{% macro script(this, kwargs) %}
var {{ this.get_name() }} = new Madoguchi.CityLayer({{ this.features }}, {{ this.settings }});
{% endmacro %}
