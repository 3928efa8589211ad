import { createApp } from 'vue'
import '@/style/base.css'
import App from './App.vue'

createApp(App).mount('#page')
