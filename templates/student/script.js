(() => {
'use strict';
{% include 'student/js/base.js' %}

{% include 'student/js/store.js' %}

{% include 'student/js/passages.js' %}

{% include 'student/js/marking.js' %}

{% include 'student/js/order.js' %}

{% include 'student/js/fields.js' %}

{% include 'student/js/progress.js' %}

{% include 'student/js/screen.js' %}

{% include 'student/js/transfer.js' %}

{% include 'student/js/whose.js' %}

{% if mode == 'practice' %}
{% include 'student/js/mark.js' %}

{% include 'student/js/practice.js' %}

{% endif %}
{% include 'student/js/start.js' %}

})();
